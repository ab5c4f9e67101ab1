package io.quantong;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Quantong 券通: innovation vouchers and instrument sharing for a city. */
@SpringBootApplication
public class Application {

  /** Starts the platform. */
  public static void main(String[] args) {
    SpringApplication.run(Application.class, args);
  }
}
