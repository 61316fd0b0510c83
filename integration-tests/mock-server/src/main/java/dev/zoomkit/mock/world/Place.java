package dev.zoomkit.mock.world;

import java.util.List;
import java.util.Locale;

/**
 * A town with the names of people there. Each has as many first names as last names, so that a town
 * has the square of that many people before two have one name.
 *
 * @param zone its time zone
 * @param language of those that the description has for users
 */
enum Place {
  LISBON(
      "Europe/Lisbon",
      "PT",
      "pt-PT",
      "Inês Rui Beatriz Tiago Marta Nuno Sofia Diogo Leonor Miguel Carla Paulo",
      "Silva Santos Ferreira Almeida Carvalho Gomes Martins Rocha Lopes Moreira Pinto Cardoso"),
  HAMBURG(
      "Europe/Berlin",
      "DE",
      "de-DE",
      "Anna Jonas Lena Felix Katrin Jürgen Miriam Stefan Heike Moritz Greta Uwe",
      "Becker Schulz Hoffmann Krüger Wagner Köhler Vogel Brandt Lorenz Winter Keller Engel"),
  LYON(
      "Europe/Paris",
      "FR",
      "fr-FR",
      "Camille Théo Manon Hugo Élise Lucas Chloé Antoine Juliette Mathieu Léa Benoît",
      "Martin Bernard Dubois Moreau Laurent Girard Mercier Fontaine Chevalier Roussel Noël Perrin"),
  LAGOS(
      "Africa/Lagos",
      "NG",
      "en-US",
      "Chioma Tunde Amaka Emeka Ngozi Segun Folake Ifeanyi Bisi Kunle Yewande Obinna",
      "Adeyemi Okafor Balogun Eze Adebayo Nwosu Okonkwo Lawal Bello Ogunleye Umeh Danjuma"),
  MUMBAI(
      "Asia/Kolkata",
      "IN",
      "en-US",
      "Priya Arjun Ananya Rohan Kavya Vikram Meera Sanjay Nisha Rahul Divya Amit",
      "Sharma Patel Iyer Mehta Nair Desai Kulkarni Rao Banerjee Joshi Menon Kapoor"),
  TOKYO(
      "Asia/Tokyo",
      "JP",
      "jp-JP",
      "Yuki Haruto Sakura Kenji Aiko Takumi Naomi Daichi Emi Hiroshi Rin Sota",
      "Tanaka Suzuki Watanabe Ito Nakamura Kobayashi Yamada Mori Shimizu Hayashi Ogawa Fujita"),
  SAO_PAULO(
      "America/Sao_Paulo",
      "BR",
      "pt-PT",
      "Larissa Thiago Juliana Rafael Camila Bruno Fernanda Gustavo Patrícia Leandro Renata Caio",
      "Oliveira Souza Lima Barbosa Ribeiro Araújo Teixeira Nogueira Macedo Duarte Prado Viana"),
  MEXICO_CITY(
      "America/Mexico_City",
      "MX",
      "es-ES",
      "Lucía Diego Valeria Javier Ximena Andrés Paola Emilio Regina Héctor Daniela Óscar",
      "Hernández García Ramírez Torres Vargas Castillo Mendoza Ortega Salinas Cruz Peña Ríos"),
  CHICAGO(
      "America/Chicago",
      "US",
      "en-US",
      "Emily Marcus Hannah Tyler Grace Jordan Olivia Derek Natalie Ethan Simone Walter",
      "Johnson Miller Davis Carter Brooks Sullivan Hayes Foster Bennett Coleman Reed Palmer"),
  NEW_YORK(
      "America/New_York",
      "US",
      "en-US",
      "Rachel Dwayne Monica Kevin Tamara Louis Denise Aaron Gloria Peter Joyce Samuel",
      "Goldberg Rossi Kim Washington Murphy Novak Cohen Russo Park Fitzgerald Grant Delgado"),
  DUBAI(
      "Asia/Dubai",
      "AE",
      "en-US",
      "Noor Omar Layla Yusuf Salma Khalid Huda Tariq Rania Faisal Dina Karim",
      "Haddad Mansour Saleh Nasser Khoury Farouk Aziz Darwish Hamdan Qasim Rahman Sabbagh"),
  SYDNEY(
      "Australia/Sydney",
      "AU",
      "en-US",
      "Matilda Liam Zoe Angus Georgia Callum Ruby Hamish Imogen Declan Freya Lachlan",
      "Walker Campbell Nguyen Thompson Fraser Mitchell Ferguson Chapman Baxter Doyle Lawson Webb");

  private final String zone;
  private final String country;
  private final String language;
  private final List<String> firstNames;
  private final List<String> lastNames;

  Place(String zone, String country, String language, String firstNames, String lastNames) {
    this.zone = zone;
    this.country = country;
    this.language = language;
    this.firstNames = List.of(firstNames.split(" "));
    this.lastNames = List.of(lastNames.split(" "));
  }

  String zone() {
    return zone;
  }

  /** Its country's code of two letters. */
  String country() {
    return country;
  }

  String language() {
    return language;
  }

  List<String> firstNames() {
    return firstNames;
  }

  List<String> lastNames() {
    return lastNames;
  }

  /** Its name as people write it. */
  String title() {
    StringBuilder title = new StringBuilder();
    for (String word : name().split("_")) {
      title.append(title.isEmpty() ? "" : " ");
      title.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return title.toString().replace("Sao", "São");
  }
}
